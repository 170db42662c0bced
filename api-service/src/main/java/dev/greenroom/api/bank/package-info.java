/** The question bank: its files, their import, the guides and questions that clients read. */
@NullMarked
package dev.greenroom.api.bank;

import org.jspecify.annotations.NullMarked;
