package dev.greenroom.api.page;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Says in the {@code Link} header (RFC 8288) where the next page is. */
public final class NextLink {

    private NextLink() {}

    public static Response respond(Page<?> page, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(page);
        if (page.nextCursor() != null) {
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.nextCursor())
                            .build(),
                    "next");
        }
        return response.build();
    }
}
