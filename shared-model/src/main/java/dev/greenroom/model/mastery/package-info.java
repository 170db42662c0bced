/** What is known of how well candidates master concepts. Used by the features that write it. */
@NullMarked
package dev.greenroom.model.mastery;

import org.jspecify.annotations.NullMarked;
