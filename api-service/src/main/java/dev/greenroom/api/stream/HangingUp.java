package dev.greenroom.api.stream;

import io.netty.channel.ChannelFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a response whose client takes nothing. */
final class HangingUp {

    private HangingUp() {}

    /**
     * Vert.x closes a connection once all is sent, which here would never be, whoever closes its channel; so this closes
     * it from beneath Vert.x' own handler.
     */
    static void on(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(); // the connection may carry other streams, which move
        } else if (request.connection() instanceof ConnectionBase connection) {
            ChannelFuture _ = connection.channel().pipeline().firstContext().close();
        }
    }
}
