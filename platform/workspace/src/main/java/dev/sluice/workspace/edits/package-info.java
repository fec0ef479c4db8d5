/** Edits as models write them: read, checked, applied all or nothing. Nothing here knows git or a model. */
@NullMarked
package dev.sluice.workspace.edits;

import org.jspecify.annotations.NullMarked;
