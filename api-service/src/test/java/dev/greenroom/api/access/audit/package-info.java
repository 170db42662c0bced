@NullMarked
package dev.greenroom.api.access.audit;

import org.jspecify.annotations.NullMarked;
