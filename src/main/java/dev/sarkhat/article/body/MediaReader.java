package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads images, frames, videos and sounds; null for what a body may not hold. */
final class MediaReader {

  /** Where pages that load images late keep the address, in order of trust. */
  private static final List<String> IMAGE_ADDRESSES =
      List.of("src", "data-src", "data-lazy-src", "data-original");

  private final EmbedProviders providers;
  private final UnaryOperator<String> normalizer;

  MediaReader(EmbedProviders providers, UnaryOperator<String> normalizer) {
    this.providers = providers;
    this.normalizer = normalizer;
  }

  @Nullable Block image(Element element) {
    String url = null;
    for (String name : IMAGE_ADDRESSES) {
      if (url == null && element.hasAttr(name) && !element.attr(name).isBlank()) {
        url = BodyUrls.resource(element.attr(name));
      }
    }
    Integer width = ElementAttributes.pixels(element, "width");
    Integer height = ElementAttributes.pixels(element, "height");
    if (url == null || isCounter(width, height)) {
      return null;
    }
    return new ImageBlock(
        url,
        ElementAttributes.text(element, "alt", normalizer),
        ElementAttributes.text(element, "title", normalizer),
        null,
        width,
        height);
  }

  /** An image of at most one pixel counts readers; it shows nothing. */
  private static boolean isCounter(@Nullable Integer width, @Nullable Integer height) {
    return width != null && width <= 1 || height != null && height <= 1;
  }

  /** The character that an emoji image stands for, as publishing systems write them. */
  static @Nullable String emoji(Element element) {
    String alt = element.attr("alt");
    boolean emoji = element.hasClass("emoji") && !alt.isEmpty() && alt.length() <= 16;
    return emoji ? alt : null;
  }

  @Nullable Block frame(Element element) {
    String url = BodyUrls.secure(element.attr("src"));
    String host = url == null ? null : BodyUrls.host(url);
    if (url == null || host == null || !providers.allows(host)) {
      return null;
    }
    return new EmbedBlock(
        EmbedProviders.nameOf(host),
        url,
        ElementAttributes.text(element, "title", normalizer),
        null,
        ElementAttributes.pixels(element, "width"),
        ElementAttributes.pixels(element, "height"));
  }

  @Nullable Block video(Element element) {
    List<MediaSource> sources = sources(element);
    if (sources.isEmpty()) {
      return null;
    }
    return new VideoBlock(
        sources,
        BodyUrls.secure(element.attr("poster")),
        null,
        ElementAttributes.pixels(element, "width"),
        ElementAttributes.pixels(element, "height"));
  }

  @Nullable Block audio(Element element) {
    List<MediaSource> sources = sources(element);
    return sources.isEmpty() ? null : new AudioBlock(sources, null);
  }

  private static List<MediaSource> sources(Element element) {
    List<MediaSource> result = new ArrayList<>();
    addSource(element, result);
    for (Element child : element.children()) {
      if (child.normalName().equals("source")) {
        addSource(child, result);
      }
    }
    return result;
  }

  private static void addSource(Element element, List<MediaSource> sources) {
    String url = BodyUrls.secure(element.attr("src"));
    if (url != null) {
      sources.add(new MediaSource(url, ElementAttributes.mediaType(element)));
    }
  }

  /** The same with a caption, or null if it has one or cannot have one. */
  static @Nullable Block captioned(Block block, RichText caption) {
    if (block instanceof ImageBlock image && image.caption() == null) {
      return new ImageBlock(
          image.url(), image.alt(), image.title(), caption, image.width(), image.height());
    }
    if (block instanceof EmbedBlock embed && embed.caption() == null) {
      return new EmbedBlock(
          embed.provider(), embed.url(), embed.title(), caption, embed.width(), embed.height());
    }
    if (block instanceof VideoBlock video && video.caption() == null) {
      return new VideoBlock(
          video.sources(), video.poster(), caption, video.width(), video.height());
    }
    if (block instanceof AudioBlock audio && audio.caption() == null) {
      return new AudioBlock(audio.sources(), caption);
    }
    return null;
  }
}
