package dev.sluice.reviewer.domain;

/** A line that a change adds, numbered at the head. */
public record AddedLine(String path, int number, String text) {}
