/* lsp_uri: names of documents as paths, and back.
 *
 * A document that is no file (untitled:, a notebook's cell) is taken for a
 * file of the folder the client works in, so that it has the configuration
 * that holds there. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

char *hd_lsp_uri_path(const char *uri, const char *folder) {
  char *path = NULL;
  if (strncmp(uri, "file://", 7) == 0) {
    const char *slash = strchr(uri + 7, '/'); /* behind a host, if any */
    path = strdup(slash ? slash : "/");
    if (path)
      hd_cli_decode(path);
    return path;
  }
  const char *colon = strchr(uri, ':'), *rest = colon ? colon + 1 : uri;
  const char *slash = strrchr(rest, '/');
  if (asprintf(&path, "%s%s%s", folder, *folder ? "/" : "",
               slash ? slash + 1 : rest) < 0)
    return NULL;
  hd_cli_decode(path + strlen(folder));
  return path;
}

char *hd_lsp_uri_of(const char *path) {
  static const char plain[] = "/-_.~";
  char *real = path[0] == '/' ? strdup(path) : realpath(path, NULL);
  const char *from = real ? real : path;
  char *uri = hd_cli_alloc(NULL, strlen(from) * 3 + sizeof "file://");
  char *out = uri + sprintf(uri, "file://");
  for (; *from; from++) {
    unsigned char c = (unsigned char)*from;
    bool keep = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                (c >= 'A' && c <= 'Z') || strchr(plain, (char)c);
    out += sprintf(out, keep ? "%c" : "%%%02X", c);
  }
  free(real);
  return uri;
}
