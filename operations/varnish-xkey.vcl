# varnish.vcl with purges by vmod_xkey (Debian's package varnish-modules), for
# SARKHAT_PURGE_VARNISH_METHOD=xkey: changed answers are marked as out of date and kept for the case
# that the origin fails; withdrawn ones are dropped.

vcl 4.1;

import xkey;

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        if (!req.http.xkey-purge && !req.http.xkey-softpurge) {
            return (synth(400, "xkey-purge or xkey-softpurge must be there"));
        }
        # How many answers bore the tags does not matter; often none did.
        if (req.http.xkey-purge) {
            set req.http.x-count = xkey.purge(req.http.xkey-purge);
        }
        if (req.http.xkey-softpurge) {
            set req.http.x-count = xkey.softpurge(req.http.xkey-softpurge);
        }
        return (synth(200, "Purged"));
    }
}

sub vcl_backend_response {
    # The field that vmod_xkey reads.
    set beresp.http.xkey = beresp.http.Surrogate-Key;
}

sub vcl_deliver {
    unset resp.http.xkey;
}

# Last: the parts of one subroutine run in the order in which they are read.
include "./varnish.vcl";
