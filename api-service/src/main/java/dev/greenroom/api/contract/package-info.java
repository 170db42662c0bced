/** What the OpenAPI document says beyond what the routes say themselves. */
@NullMarked
package dev.greenroom.api.contract;

import org.jspecify.annotations.NullMarked;
