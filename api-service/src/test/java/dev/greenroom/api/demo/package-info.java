/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.demo;

import org.jspecify.annotations.NullMarked;
