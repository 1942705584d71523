"""Every engine gives the same rows, to the byte: any partitioning, any number of workers, whatever is among the texts."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from fupin_extract.arrow import ROWS, extract_batch, schema
from fupin_extract.engines.processes import extract_batches

CORPUS = Path(__file__).parents[2] / "corpus"


def the_texts() -> pa.Table:
    """The articles of the corpus, and what is hard on an engine: nulls, nothing, a megabyte, the same id twice."""
    articles = sorted((CORPUS / "test").glob("*.txt"))[:12]
    texts = [path.read_text("utf-8") for path in articles]
    texts += [
        None,
        "",
        "今年无大事。",
        texts[0],
        "全县贫困户5户，增收0.1234567890123元。",
        "甘谷县脱贫3户。" + "雨。" * 170_000,
    ]
    ids = [str(n) for n in range(len(texts))]
    ids[-3] = ids[0]
    days = [None if n % 3 else date(2018, 7, 2) for n in range(len(texts))]
    return pa.table({"id": ids, "text": pa.array(texts, pa.string()), "published": pa.array(days, pa.date32())})


TEXTS = the_texts()
SMALL = TEXTS.slice(0, TEXTS.num_rows - 1)


def sorted_bytes(rows: pa.Table, kind: str = "facts") -> bytes:
    """The rows in one order, as bytes."""
    table = rows.cast(schema(kind)).combine_chunks()
    keys = [name for name in ("id", "start", "end", "name", "characters") if name in table.schema.names]
    table = table.take(pc.sort_indices(table, [(name, "ascending") for name in keys]))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return sink.getvalue().to_pybytes()


def expected(texts: pa.Table, kind: str = "facts") -> bytes:
    """What the kernel gives in one piece."""
    (batch,) = texts.combine_chunks().to_batches()
    return sorted_bytes(pa.Table.from_batches([extract_batch(batch, rows=kind, errors="record")]), kind)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return expected(TEXTS)


@pytest.mark.parametrize(("chunk", "workers"), [(1, 2), (7, 2), (100, 1)])
def test_processes(whole, chunk, workers):
    nothing = pa.RecordBatch.from_pylist([], TEXTS.schema)
    found = extract_batches([nothing, *TEXTS.to_batches(chunk), nothing], n_process=workers)
    assert sorted_bytes(pa.Table.from_batches(found)) == whole


# --- Daft -------------------------------------------------------------------------------------


@pytest.mark.daft
@pytest.mark.parametrize("partitions", [1, 5])
def test_daft(whole, partitions):
    import daft

    from fupin_extract.engines.daft import extract_frame

    frame = daft.from_arrow(TEXTS).into_partitions(partitions)
    assert sorted_bytes(extract_frame(frame).to_arrow()) == whole


@pytest.mark.daft
@pytest.mark.parametrize("kind", ROWS)
def test_daft_gives_rows_of_every_kind(kind):
    import daft

    from fupin_extract.engines.daft import extract_frame

    found = extract_frame(daft.from_arrow(SMALL), rows=kind).to_arrow()
    assert sorted_bytes(found, kind) == expected(SMALL, kind)
    nothing = extract_frame(daft.from_arrow(SMALL).where(daft.col("id") == "none"), rows=kind).to_arrow()
    assert (nothing.num_rows, nothing.schema.names) == (0, schema(kind).names)


@pytest.mark.daft
def test_daft_without_texts_is_refused():
    import daft

    from fupin_extract.engines.daft import extract_frame

    with pytest.raises(KeyError, match="no column 'text'; its columns are body"):
        extract_frame(daft.from_pydict({"body": ["a"]}))


# --- Ray --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ray():
    ray = pytest.importorskip("ray")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield ray
    ray.shutdown()


def collected(ray, dataset) -> pa.Table:
    return pa.concat_tables(ray.get(dataset.to_arrow_refs()))


@pytest.mark.ray
@pytest.mark.parametrize(("blocks", "batch"), [(1, 256), (6, 3)])
def test_ray(ray, whole, blocks, batch):
    from fupin_extract.engines.ray import extract_dataset

    dataset = ray.data.from_arrow(TEXTS).repartition(blocks)
    assert sorted_bytes(collected(ray, extract_dataset(dataset, batch_size=batch))) == whole


@pytest.mark.ray
def test_ray_does_again_what_a_worker_died_over(ray, tmp_path):
    from fupin_extract.engines.ray import extract_dataset

    dataset = ray.data.from_arrow(SMALL).repartition(3)
    found = extract_dataset(dataset, batch_size=8, tagger=kills_once(tmp_path / "killed"))
    assert sorted_bytes(collected(ray, found)) == expected(SMALL)
    assert (tmp_path / "killed").exists()


def kills_once(sign: Path):
    """Return a tagger that finds nothing and kills the first worker that calls it."""

    def tagger(text: str) -> list[tuple[int, int, str]]:  # a closure, so that it is sent whole and not by its name
        if not sign.exists():
            sign.touch()
            os._exit(1)
        return []

    return tagger


# --- Spark ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2,3]")  # two workers, and each task is tried three times
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "9")
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    yield session
    session.stop()


def in_spark(spark, texts: pa.Table):
    return spark.createDataFrame(texts.to_pylist(), "id string, text string, published date")


@pytest.mark.spark
@pytest.mark.parametrize("partitions", [1, 4, 40])
def test_spark(spark, whole, partitions):
    from fupin_extract.engines.spark import extract_frame

    frame = in_spark(spark, TEXTS).repartition(partitions)  # of 40, some are empty
    assert sorted_bytes(extract_frame(frame).toArrow()) == whole


@pytest.mark.spark
@pytest.mark.parametrize("kind", ROWS)
def test_spark_gives_rows_of_every_kind(spark, kind):
    from fupin_extract.engines.spark import extract_frame

    assert sorted_bytes(extract_frame(in_spark(spark, SMALL), rows=kind).toArrow(), kind) == expected(SMALL, kind)


@pytest.mark.spark
def test_spark_does_again_what_a_worker_died_over(spark, tmp_path):
    from fupin_extract.engines.spark import extract_frame

    found = extract_frame(in_spark(spark, SMALL).repartition(3), tagger=kills_once(tmp_path / "killed"))
    assert sorted_bytes(found.toArrow()) == expected(SMALL)
    assert (tmp_path / "killed").exists()
