/** Interviews that anybody may start, by an app that has a publishable key and no server of its own. */
@NullMarked
package dev.greenroom.api.guest;

import org.jspecify.annotations.NullMarked;
