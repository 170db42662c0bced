/** The REST API of Greenroom: a package for each feature. */
@NullMarked
package dev.greenroom.api;

import org.jspecify.annotations.NullMarked;
