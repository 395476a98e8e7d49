package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.shilpi.job.JobContext;

/// The base models on this machine: the built-in one and those imported, each a Hugging Face folder
/// under `<data directory>/models/<id>`.
///
/// Safe for use by several threads and processes: a folder appears by an atomic rename.
public final class Catalogue {
  /// Id of the model that Shilpi ships.
  public static final String BUILT_IN = "minilm-l6-v2";

  private final Path models;

  public Catalogue(Path dataDirectory) {
    this.models = dataDirectory.resolve("models");
  }

  /// All models; the built-in one first, also before it was unpacked.
  public List<BaseModel> list() throws IOException {
    throw new UnsupportedOperationException("contract only " + models);
  }

  /// @throws org.shilpi.job.Problem if there is no such model
  public BaseModel get(String id) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// The model's Hugging Face folder; the built-in one is converted on first use and verified by
  /// its hash.
  public Path folder(String id, JobContext context) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// Checks a Hugging Face folder without copying anything.
  ///
  /// @throws org.shilpi.job.Problem naming what is missing, damaged or not supported
  public BaseModel check(Path folder) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// Checks and copies a Hugging Face folder into the catalogue.
  public BaseModel importFrom(Path folder, JobContext context) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }
}
