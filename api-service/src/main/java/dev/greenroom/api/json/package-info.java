/** JSON at the edge: the strict reader of requests, the columns of the database. */
@NullMarked
package dev.greenroom.api.json;

import org.jspecify.annotations.NullMarked;
