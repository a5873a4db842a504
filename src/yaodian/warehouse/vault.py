"""保险库: names, ID numbers, addresses, phones and accounts, apart from the registers and encrypted.

A record's vault row holds its record key, the blind index of its natural key, a digest of its private values, those
values, and a blind index of each that identifies a person for life.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from yaodian.declare.column import Privacy
from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.warehouse.column_types import arrow_type
from yaodian.warehouse.durable import refusing_what_fails, sync_with_folders
from yaodian.warehouse.keys import Keys, KeysRefused
from yaodian.warehouse.release import HeldFile

VAULT = "vault"
KEY_INDEX, DIGEST = "_key", "_digest"
_NONCE = 12


class _Wrapping(pe.KmsClient):  # type: ignore[misc]
    """Wraps each file's own key with the data key of the given name (AES-256-GCM)."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys

    def wrap_key(self, key_bytes: bytes, master_key_identifier: str) -> bytes:
        nonce = os.urandom(_NONCE)
        name = master_key_identifier
        return b64encode(nonce + AESGCM(self.keys.data[name]).encrypt(nonce, key_bytes, name.encode()))

    def unwrap_key(self, wrapped_key: bytes, master_key_identifier: str) -> bytes:
        name = master_key_identifier
        if name not in self.keys.data:
            raise KeyError(name)
        wrapped = b64decode(wrapped_key)
        try:
            return AESGCM(self.keys.data[name]).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], name.encode())
        except InvalidTag:
            raise KeyError(name) from None


def private_columns(register: type[Register]) -> list[str]:
    return [c.name for c in register.columns if c.vault]


def indexed_columns(register: type[Register]) -> list[str]:
    """The vault columns that get a blind index: those that identify a person for life."""
    return [c.name for c in register.columns if c.vault and c.privacy is Privacy.P4]


def vault_schema(register: type[Register]) -> pa.Schema:
    """What a vault row holds."""
    fixed = [pa.field("record_key", pa.binary()), pa.field(KEY_INDEX, pa.binary()), pa.field(DIGEST, pa.binary())]
    private = [pa.field(c.name, arrow_type(c)) for c in register.columns if c.vault]
    return pa.schema([*fixed, *private, *(pa.field(f"{n}_index", pa.binary()) for n in indexed_columns(register))])


class Vault:
    """The encrypted files of a warehouse, opened with its keys."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.folder, self.keys = folder, keys
        self._factory = pe.CryptoFactory(lambda _: _Wrapping(keys))

    def write(self, register: str, schema: pa.Schema, rows: Iterable[pa.RecordBatch | pa.Table]) -> HeldFile:
        """One encrypted file of rows, on the disk when the call returns."""
        home = self.folder / VAULT / register
        file = home / f"{os.urandom(12).hex()}.parquet"
        how = pe.EncryptionConfiguration(
            footer_key=self.keys.current, uniform_encryption=True, plaintext_footer=False, data_key_length_bits=256
        )
        sealed = self._factory.file_encryption_properties(pe.KmsConnectionConfig(), how)
        with refusing_what_fails(f"{VAULT}/{register}"):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            with pq.ParquetWriter(file, schema, compression="zstd", encryption_properties=sealed) as writer:
                for part in rows:
                    writer.write(part)
            sync_with_folders([file])
            return HeldFile.of(self.folder, file)

    def read(
        self, files: Sequence[HeldFile], schema: pa.Schema, columns: Sequence[str], keys: pa.Array | None = None
    ) -> pa.Table:
        """These columns of the latest row of each record, and its key; with `keys` of these records alone, and only the
        parts of files that hold them are opened."""
        wanted = pa.schema([schema.field(c) for c in dict.fromkeys(("record_key", *columns))])
        kept = _kept_of_each([_filled(self._one(file, wanted.names, keys), wanted) for file in reversed(files)])
        return pa.concat_tables([*kept][::-1] or [wanted.empty_table()])

    def read_whole(self, files: Sequence[HeldFile]) -> pa.Table:
        """All that these files hold of each record: what a later one says replaces what an earlier one said."""
        kept = _kept_of_each([self._one(file, None) for file in reversed(files)])
        return pa.concat_tables(reversed(list(kept)), promote_options="default")

    def _one(self, held: HeldFile, wanted: Sequence[str] | None, keys: pa.Array | None = None) -> pa.Table:
        opened = self._factory.file_decryption_properties(pe.KmsConnectionConfig(), pe.DecryptionConfiguration())
        try:
            with pq.ParquetFile(self.folder / held.path, decryption_properties=opened) as file:
                there = wanted and [c for c in wanted if c in file.schema_arrow.names]
                return file.read(columns=there) if keys is None else _rows_with(file, there, keys)
        except (KeyError, OSError, ValueError) as fault:
            raise KeysRefused(
                Words(
                    f"保险库文件 {held.path} 打不开：密钥不对，或文件已损坏",
                    f"the vault file {held.path} does not open: these are not its keys, or it is damaged",
                )
            ) from fault

    def forget(self, files: Iterable[HeldFile]) -> None:
        """Remove files whose content must not outlive the call."""
        for held in files:
            with suppress(FileNotFoundError):
                (self.folder / held.path).unlink()


def _rows_with(file: pq.ParquetFile, columns: Sequence[str] | None, keys: pa.Array) -> pa.Table:
    """The rows of a file with these record keys."""
    found = []
    for group in range(file.num_row_groups):
        is_wanted = pc.is_in(file.read_row_group(group, ["record_key"])["record_key"], value_set=keys)
        if pc.any(is_wanted).as_py():
            found.append(file.read_row_group(group, columns).filter(is_wanted))
    names = columns or file.schema_arrow.names
    return pa.concat_tables(found) if found else pa.schema([file.schema_arrow.field(n) for n in names]).empty_table()


def _filled(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table in the form of the schema, columns that it lacks empty."""
    for field in schema:
        if field.name not in table.column_names:
            table = table.append_column(field, pa.nulls(table.num_rows, field.type))
    return table.select(schema.names)


def _kept_of_each(newest_first: Sequence[pa.Table]) -> Iterator[pa.Table]:
    """Of each part the records that no newer one holds; within a part a record stands once."""
    if len(newest_first) < 2:
        yield from newest_first
        return
    keys = pa.chunked_array([chunk for part in newest_first for chunk in part["record_key"].chunks], pa.binary())
    met = keys.combine_chunks().dictionary_encode().indices.to_numpy()  # numbered as they are first met
    is_first = np.diff(np.maximum.accumulate(met), prepend=-1) > 0
    at = 0
    for part in newest_first:
        fresh = is_first[at : at + part.num_rows]
        at += part.num_rows
        yield part if fresh.all() else part.filter(pa.array(fresh))
