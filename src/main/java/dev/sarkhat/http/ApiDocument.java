package dev.sarkhat.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API document says of the API as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Sarkhat content API",
            version = "1",
            description =
                """
                The articles of a news portal as JSON, the same rules everywhere. Readers' paths are read only and anonymous; what is under `/v1/admin` is the newsroom's and takes a key.

                - A list is `{"data": […], "page": {…}}`; `page.next` is the address of the next page and absent on the last one. A single resource is the bare object.
                - Absent values are left out, never `null`. Instants are RFC 3339 in UTC with milliseconds.
                - Whatever is unknown or malformed is refused with 400 and the culprit's name; nothing is ignored but `utm_*`, `fbclid` and `gclid`.
                - Every answer has a weak `ETag`; send it as `If-None-Match`, and an answer that is still the same is a 304 without a body.
                - What the newsroom reads has a strong `ETag`, its revision; changes send it as `If-Match`. A POST with an `Idempotency-Key` happens once, however often it is sent.
                - Every error is `application/problem+json` (RFC 9457) with a stable `code`.
                """,
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.html")),
    tags = {
      @Tag(
          name = "Articles",
          description = "The pieces themselves: lists, one, and what goes with one."),
      @Tag(name = "Sections", description = "Where articles belong: a tree."),
      @Tag(name = "Tags", description = "What articles are about."),
      @Tag(name = "Sources", description = "Agencies and outlets that articles are taken from."),
      @Tag(name = "Contributors", description = "The people whose work an article is."),
      @Tag(name = "Menus", description = "Navigation: trees of links."),
      @Tag(name = "Resolve", description = "What a path of the portal's site is."),
      @Tag(
          name = "Newsroom articles",
          description = "Writing, publishing and withdrawing articles."),
      @Tag(
          name = "Newsroom names",
          description = "Sections, tags, sources, contributors and menus, for editors."),
      @Tag(name = "Spelling", description = "Proposals for the repair of Persian texts."),
      @Tag(name = "Transfer", description = "Import and export of everything at once."),
      @Tag(name = "Access", description = "People, grants, keys, and the record of what was done.")
    },
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public class ApiDocument extends Application {}
