/* package: how the parts of an office file belong together (OPC). */
#ifndef HD_INPUT_PACKAGE_H
#define HD_INPUT_PACKAGE_H
#include "xml.h"

typedef struct {
  const char *id;
  const char *type;   /* the last word of its URI: "styles", "worksheet" */
  const char *target; /* name of the part; of an external one, its address */
  bool external;
} hd_relation;

typedef struct {
  hd_relation *items;
  size_t n, cap;
} hd_relations;

/* What a part ("": the package itself) refers to; none where it has no such
 * list. false where the list cannot be read. */
bool hd_package_relations(hd_zip *zip, const char *part, hd_relations *out);
/* The part of this type or of this id, NULL: none, or outside the file. */
const char *hd_relation_of_type(const hd_relations *list, const char *type);
const char *hd_relation_of_id(const hd_relations *list, const char *id);

/* docx.c, xlsx.c: the text whose main part this is. */
typedef bool hd_package_reader(const hd_extraction *x, hd_zip *zip,
                               const char *main);
hd_package_reader hd_docx_read, hd_xlsx_read;
#endif
