package dev.sluice.workspace.edits;

/**
 * Why an edit cannot be applied, in words that whoever wrote it can act on.
 *
 * @param path file concerned, or empty
 * @param message what is wrong and what to do instead, nearest lines included
 */
public record EditProblem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
