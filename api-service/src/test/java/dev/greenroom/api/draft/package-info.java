/** Tests of drafts. */
@NullMarked
package dev.greenroom.api.draft;

import org.jspecify.annotations.NullMarked;
