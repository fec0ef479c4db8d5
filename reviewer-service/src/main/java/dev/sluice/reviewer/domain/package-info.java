/** How a change is judged: roles, opinions, proofs, policy and the rules that combine them. No framework, no wire type, no I/O. */
@NullMarked
package dev.sluice.reviewer.domain;

import org.jspecify.annotations.NullMarked;
