/** Who is calling: API keys and the tenant behind them. */
@NullMarked
package dev.greenroom.api.access;

import org.jspecify.annotations.NullMarked;
