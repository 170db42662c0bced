/**
 * What happens in a session, told as Server-Sent Events. The table of events is every stream's buffer and the topic its
 * bell: a stream reads on when its client has taken what was sent.
 */
@NullMarked
package dev.greenroom.api.stream;

import org.jspecify.annotations.NullMarked;
