# Varnish before Sarkhat, by tags. It knows the requests that SARKHAT_PURGE_PROVIDER=varnish sends
# with SARKHAT_PURGE_VARNISH_METHOD=ban; varnish-xkey.vcl adds those of vmod_xkey.
# For Varnish 7; the tests run this file.

vcl 4.1;

import std;

backend sarkhat {
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 1s;
    .first_byte_timeout = 10s;
    .between_bytes_timeout = 5s;
    .probe = {
        # Not readiness: an instance without its database still answers from its cache.
        .url = "/health/live";
        .interval = 2s;
        .timeout = 1s;
        .window = 4;
        .threshold = 2;
        .initial = 2;
    }
}

# Every node of Sarkhat, for any of them may be the one that purges; and nobody else.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.restarts == 0) {
        # Ours alone; see below.
        unset req.http.x-fresh-only;
    }
    if (req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        # Bans on obj.* only: the ban lurker can work them off, and the list stays short.
        if (req.http.ban-tags == "*") {
            if (!std.ban("obj.http.Surrogate-Key ~ .")) {
                return (synth(500, std.ban_error()));
            }
        } elseif (req.http.ban-tags ~ "^[a-z0-9:]+( [a-z0-9:]+)*$") {
            if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)("
                    + regsuball(req.http.ban-tags, " ", "|") + ")(\s|$)")) {
                return (synth(500, std.ban_error()));
            }
        } else {
            return (synth(400, "ban-tags must be tags, or *"));
        }
        return (synth(200, "Banned"));
    }
    if (req.method == "PURGE") {
        # Only varnish-xkey.vcl answers it; anything else must not look like a success.
        return (synth(405, "PURGE needs varnish-xkey.vcl"));
    }

    if ((req.method != "GET" && req.method != "HEAD") || req.url !~ "^/v1/") {
        return (pass);
    }
    if (req.http.Authorization || req.http.X-API-Key) {
        return (pass);
    }
    # Public answers do not depend on cookies.
    unset req.http.Cookie;

    if (req.restarts == 0 && std.healthy(req.backend_hint)) {
        # What is out of date is not shown while the origin can be asked: a change is seen at once.
        # The fetch is shared by all who wait for it.
        set req.grace = 0s;
        set req.http.x-fresh-only = "1";
    } else {
        # The origin has failed: now whatever there is (RFC 5861, section 4).
        set req.grace = 30d;
        unset req.http.x-fresh-only;
    }
    # Varnish's own vcl_recv goes on from here.
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch || bereq.http.x-fresh-only) {
            # Leaves nothing behind that the second look could find, and ends in vcl_synth.
            return (abandon);
        }
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }

    # The most special field is followed (RFC 9213, section 2.2); Varnish itself reads only
    # Cache-Control, and takes stale-while-revalidate for the grace.
    if (beresp.http.Surrogate-Control) {
        set beresp.http.x-policy = beresp.http.Surrogate-Control;
    } elseif (beresp.http.CDN-Cache-Control) {
        set beresp.http.x-policy = beresp.http.CDN-Cache-Control;
    }
    if (beresp.http.x-policy ~ "(^|[\s,])max-age=[0-9]") {
        set beresp.ttl = std.duration(
            regsub(beresp.http.x-policy, "^(?:.*[\s,])?max-age=([0-9]+).*$", "\1s"), 0s);
    }
    if (beresp.http.x-policy ~ "(^|[\s,])(no-store|private)") {
        set beresp.ttl = 0s;
    }
    if (!beresp.http.x-policy) {
        set beresp.http.x-policy = beresp.http.Cache-Control;
    }
    if (beresp.http.x-policy ~ "stale-if-error=[0-9]") {
        set beresp.grace = std.duration(
            regsub(beresp.http.x-policy, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
    } else {
        set beresp.grace = 0s;
    }
    unset beresp.http.x-policy;
}

sub vcl_backend_error {
    if (bereq.http.x-fresh-only) {
        return (abandon);
    }
}

sub vcl_synth {
    if (resp.status == 503 && req.http.x-fresh-only) {
        # Again, and this time an old copy will do. Without one the origin's own words are wanted.
        return (restart);
    }
}

sub vcl_deliver {
    # Between the origin and its caches only.
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
    unset resp.http.Surrogate-Control;
    unset resp.http.CDN-Cache-Control;
}
