package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of read that is measured when it has been answered before.
 *
 * @param name what the report calls it
 * @param request what is asked
 * @param answer what the application answered
 * @param full what it answered without conditions
 */
record HotRead(String name, Request request, CapturedAnswer answer, CapturedAnswer full) {

  private static final Path DIRECTORY = Path.of("target", "benchmark", "answers");
  private static final int NOT_MODIFIED = 304;

  /**
   * Asks the application; each read has an address of its own, for the references to know it by.
   */
  static List<HotRead> of(SarkhatServer sarkhat) throws IOException {
    List<HotRead> reads = new ArrayList<>();
    reads.add(of(sarkhat, "article", Request.of("/v1/articles/1000")));
    reads.add(of(sarkhat, "list of 20", Request.of("/v1/articles")));
    String front =
        "/v1/articles?limit=60&fields=id,kicker,title,lead,path,image,section,publishedAt";
    reads.add(of(sarkhat, "front, 60 with fields", Request.of(front)));
    Request gzip = Request.of("/v1/articles?tag=tag-1").with("Accept-Encoding", "gzip");
    reads.add(of(sarkhat, "list of 20, gzip", gzip));
    Request list = Request.of("/v1/articles?section=section-1");
    String tag = list.ask(sarkhat.port(), response -> String.valueOf(response.field("ETag")));
    if (!tag.equals("null")) {
      Request conditional = list.with("If-None-Match", tag).expecting(NOT_MODIFIED);
      reads.add(of(sarkhat, "list of 20, not modified", conditional));
    }
    return List.copyOf(reads);
  }

  private static HotRead of(SarkhatServer sarkhat, String name, Request request)
      throws IOException {
    CapturedAnswer full = capture(sarkhat, Request.of(request.address()));
    capture(sarkhat, request);
    CapturedAnswer answer = capture(sarkhat, request);
    return new HotRead(
        name, request, answer, request.expectedStatus() == NOT_MODIFIED ? full : answer);
  }

  private static CapturedAnswer capture(SarkhatServer sarkhat, Request request) throws IOException {
    return request.ask(sarkhat.port(), response -> CapturedAnswer.of(request, response));
  }

  /** Whether it is answered with a 304. */
  boolean conditional() {
    return request.expectedStatus() == NOT_MODIFIED;
  }

  /** Writes the answers to files, and gives these. */
  static List<Path> write(List<HotRead> reads) throws IOException {
    Files.createDirectories(DIRECTORY);
    List<Path> files = new ArrayList<>();
    for (HotRead read : reads) {
      Path file = DIRECTORY.resolve(Integer.toString(files.size())).toAbsolutePath();
      read.answer().write(file);
      files.add(file);
    }
    return files;
  }
}
