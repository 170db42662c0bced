@NullMarked
package dev.greenroom.worker.opinion;

import org.jspecify.annotations.NullMarked;
