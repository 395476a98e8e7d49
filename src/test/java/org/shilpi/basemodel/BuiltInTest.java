package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;

class BuiltInTest {
  @TempDir Path data;

  @Test
  void unpacksToTheFolderItsCardPromises() throws IOException {
    Catalogue catalogue = new Catalogue(data);
    BaseModel card = catalogue.get(Catalogue.BUILT_IN);
    Path folder = catalogue.folder(Catalogue.BUILT_IN, JobContext.quiet());

    BaseModel found = catalogue.check(folder);
    assertThat(found.sha256()).isEqualTo(card.sha256());
    assertThat(found.parameters()).isEqualTo(card.parameters());
    assertThat(found.bytes()).isEqualTo(card.bytes());
    assertThat(found.languages()).isEqualTo(card.languages());
    assertThat(found.licence()).isEqualTo(card.licence()).isEqualTo("Apache-2.0");
    assertThat(found.id()).isEqualTo(card.id());
    ModelConfig config = ModelConfig.read(folder);
    try (Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
      SequencedMap<String, String> tensors = BertTensors.locate(config, file, "model.safetensors");
      assertThat(tensors).hasSize(101).hasSameSizeAs(file.names());
    }
    try (Stream<Path> left = Files.list(data.resolve("models"))) {
      assertThat(left).containsExactly(folder);
    }
  }
}
