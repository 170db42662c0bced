/** Tests of the stand-in for a provider of language models. */
@NullMarked
package dev.greenroom.localstack.chat;

import org.jspecify.annotations.NullMarked;
