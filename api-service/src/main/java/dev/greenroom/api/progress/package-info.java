/** What candidates master and what they should practise next, read from what the workers note of every answer. */
@NullMarked
package dev.greenroom.api.progress;

import org.jspecify.annotations.NullMarked;
