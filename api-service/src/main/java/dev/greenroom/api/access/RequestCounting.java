package dev.greenroom.api.access;

import dev.greenroom.api.limit.Quota;
import dev.greenroom.api.limit.RateLimits;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts every request under its caller, once the caller is known and before anything of the body is read. */
class RequestCounting {

    private final RateLimits limits;
    private final SecurityIdentity identity;

    RequestCounting(RateLimits limits, SecurityIdentity identity) {
        this.limits = limits;
        this.identity = identity;
    }

    @ServerRequestFilter
    void count(HttpServerRequest request) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller != null) {
            limits.count(quota(caller, request.method()), caller.countedAs(), request.response());
        }
    }

    private static Quota quota(Caller caller, HttpMethod method) {
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return switch (caller) {
            case Caller.KeyHolder _ -> reads ? Quota.READS : Quota.WRITES;
            case Caller.Participant _ -> reads ? Quota.CANDIDATE_READS : Quota.CANDIDATE_WRITES;
        };
    }
}
