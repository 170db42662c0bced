@NullMarked
package dev.greenroom.api.quarantine;

import org.jspecify.annotations.NullMarked;
