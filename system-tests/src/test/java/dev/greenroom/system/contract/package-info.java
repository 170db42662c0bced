/** Checks of the OpenAPI document, and of the running service by tools of others that read it. */
@NullMarked
package dev.greenroom.system.contract;

import org.jspecify.annotations.NullMarked;
