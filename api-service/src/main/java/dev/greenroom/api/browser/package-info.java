/** What browsers are told: which pages may call, what a page of ours may do, what they must not keep. Nobody needs it. */
@NullMarked
package dev.greenroom.api.browser;

import org.jspecify.annotations.NullMarked;
