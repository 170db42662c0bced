/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.web;

import org.jspecify.annotations.NullMarked;
