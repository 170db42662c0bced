/** Tests of the package. */
@NullMarked
package dev.greenroom.model.question;

import org.jspecify.annotations.NullMarked;
