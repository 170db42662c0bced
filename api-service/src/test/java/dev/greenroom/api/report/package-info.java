/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.report;

import org.jspecify.annotations.NullMarked;
