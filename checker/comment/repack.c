/* repack: an archive through libzip, in memory.
 *
 * In: the bytes of an archive and new parts. Out: the bytes of the new
 * archive. libzip copies what is not replaced without unpacking it; no file is
 * written. */
#include "repack.h"
#include "../input/zip_library.h"

enum { DATE = 0x21 /* 1 January 1980, the first that zip knows */ };

/* Replaces or adds one part. */
static bool put(const hd_zip_library *f, zip_t *zip,
                const hd_repack_part *part) {
  zip_source_t *source =
      f->zip_source_buffer(zip, part->bytes.p, part->bytes.n, 0);
  if (!source)
    return false;
  zip_int64_t at = f->zip_name_locate(zip, part->name, ZIP_FL_NOCASE);
  bool good = at >= 0
                  ? f->zip_file_replace(zip, (zip_uint64_t)at, source, 0) == 0
                  : (at = f->zip_file_add(zip, part->name, source, 0)) >= 0;
  if (!good)
    f->zip_source_free(source);
  return good &&
         f->zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DATE, 0) == 0;
}

/* Opens the source, changes what it holds, writes it back. */
static bool change(const hd_zip_library *f, zip_source_t *source,
                   const hd_repack_parts *parts) {
  zip_t *zip = f->zip_open_from_source(source, ZIP_CHECKCONS, NULL);
  bool good = zip != NULL;
  for (size_t i = 0; good && i < parts->n; i++)
    good = put(f, zip, &parts->items[i]);
  if (good && f->zip_close(zip) == 0)
    return true;
  if (zip)
    f->zip_discard(zip);
  return false;
}

/* What the source holds. */
static bool take(const hd_zip_library *f, zip_source_t *source,
                 hd_buffer *out) {
  char piece[65536];
  zip_int64_t n;
  if (f->zip_source_open(source) < 0)
    return false;
  while ((n = f->zip_source_read(source, piece, sizeof piece)) > 0)
    hd_buffer_add(out, piece, (size_t)n);
  f->zip_source_close(source);
  return n == 0;
}

bool hd_repack(hd_str archive, const hd_repack_parts *parts, hd_buffer *out,
               hd_error *error) {
  hd_zip_library f;
  if (!hd_zip_library_load(&f)) {
    error->message = "libzip is not installed";
    return false;
  }
  zip_source_t *source =
      f.zip_source_buffer_create(archive.p, archive.n, 0, NULL);
  if (!source)
    hd_memory_out();
  f.zip_source_keep(source); /* the archive takes one hold of it with it */
  bool good = change(&f, source, parts) && take(&f, source, out);
  f.zip_source_free(source);
  if (!good)
    error->message = "its archive cannot be packed anew";
  return good;
}
