/**
 * Who is calling, on whose behalf, and what that opens. {@code key} holds the API keys; the
 * routes of the other features name the scopes that open them and ask {@link
 * dev.greenroom.api.access.CurrentTenant} for the rest.
 */
@NullMarked
package dev.greenroom.api.access;

import org.jspecify.annotations.NullMarked;
