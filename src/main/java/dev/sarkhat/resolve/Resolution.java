package dev.sarkhat.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.section.SectionRef;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What a path of the site is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Resolution.OfArticle.class, name = "article"),
  @JsonSubTypes.Type(value = Resolution.OfSection.class, name = "section"),
  @JsonSubTypes.Type(value = Resolution.OfTag.class, name = "tag"),
  @JsonSubTypes.Type(value = Resolution.OfSource.class, name = "source"),
  @JsonSubTypes.Type(value = Resolution.OfContributor.class, name = "contributor"),
  @JsonSubTypes.Type(value = Resolution.Redirect.class, name = "redirect")
})
@Schema(
    name = "Resolution",
    description = "What a path of the site is; `kind` tells which.",
    oneOf = {
      Resolution.OfArticle.class,
      Resolution.OfSection.class,
      Resolution.OfTag.class,
      Resolution.OfSource.class,
      Resolution.OfContributor.class,
      Resolution.Redirect.class
    },
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "article", schema = Resolution.OfArticle.class),
      @DiscriminatorMapping(value = "section", schema = Resolution.OfSection.class),
      @DiscriminatorMapping(value = "tag", schema = Resolution.OfTag.class),
      @DiscriminatorMapping(value = "source", schema = Resolution.OfSource.class),
      @DiscriminatorMapping(value = "contributor", schema = Resolution.OfContributor.class),
      @DiscriminatorMapping(value = "redirect", schema = Resolution.Redirect.class)
    })
sealed interface Resolution {

  /** The path under which it is found today. */
  String target();

  /** The page of an article. */
  @Schema(
      name = "ArticleResolution",
      requiredProperties = {"kind", "path", "article"},
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "article"))
  record OfArticle(@Schema(examples = "/news/1023/اولاند") String path, ArticleSummary article)
      implements Resolution {
    @Override
    public String target() {
      return path;
    }
  }

  /** The page of a section. */
  @Schema(
      name = "SectionResolution",
      requiredProperties = {"kind", "path", "section"},
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "section"))
  record OfSection(@Schema(examples = "/international") String path, SectionRef section)
      implements Resolution {
    @Override
    public String target() {
      return path;
    }
  }

  /** The page of a tag; {@code slug} leads to the tag. */
  @Schema(
      name = "TagResolution",
      requiredProperties = {"kind", "path", "slug"},
      properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "tag"))
  record OfTag(
      @Schema(examples = "/tags/سوریه") String path, @Schema(examples = "سوریه") String slug)
      implements Resolution {
    @Override
    public String target() {
      return path;
    }
  }

  /** The page of a source; {@code slug} leads to the source. */
  @Schema(
      name = "SourceResolution",
      requiredProperties = {"kind", "path", "slug"},
      properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "source"))
  record OfSource(
      @Schema(examples = "/sources/ایسنا") String path, @Schema(examples = "ایسنا") String slug)
      implements Resolution {
    @Override
    public String target() {
      return path;
    }
  }

  /** The page of a contributor; {@code slug} leads to the contributor. */
  @Schema(
      name = "ContributorResolution",
      requiredProperties = {"kind", "path", "slug"},
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "contributor"))
  record OfContributor(
      @Schema(examples = "/contributors/مریم-رستگار") String path,
      @Schema(examples = "مریم-رستگار") String slug)
      implements Resolution {
    @Override
    public String target() {
      return path;
    }
  }

  /**
   * A path that has moved.
   *
   * @param status the status to answer a browser with
   * @param location the path to send it to
   */
  @Schema(
      name = "RedirectResolution",
      requiredProperties = {"kind", "status", "location"},
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "redirect"))
  record Redirect(
      @Schema(examples = "301") int status, @Schema(examples = "/news/1023/اولاند") String location)
      implements Resolution {
    @Override
    public String target() {
      return location;
    }
  }
}
