/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.answer;

import org.jspecify.annotations.NullMarked;
