/** What the launcher needs of the operating system: free ports, running processes, and a guard against orphans. */
@NullMarked
package dev.greenroom.localstack.machine;

import org.jspecify.annotations.NullMarked;
