/** How a request fails: faults, and their form as problem details (RFC 9457). Any feature may raise one. */
@NullMarked
package dev.greenroom.api.problem;

import org.jspecify.annotations.NullMarked;
