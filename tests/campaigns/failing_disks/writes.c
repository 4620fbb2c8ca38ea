/* Lets the n-th write below a folder fail, and all behind it or none: for LD_PRELOAD. What is counted and what fails stands in a file of
 * six numbers that all processes map, so that a test counts and chooses while they run. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct state {
    long counts;   /* whether writes are counted */
    long count;    /* how many there were */
    long fails_at; /* which of them fails; 0: none */
    long error;
    long stays;    /* whether all behind it fail too */
    long failed;   /* how many did */
};
static struct state *state;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("FAILING_STATE");
    folder = getenv("FAILING_FOLDER");
    int opened = file && folder ? open(file, O_RDWR | O_CLOEXEC) : -1;
    if (opened < 0) return;
    void *found = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
    if (found != MAP_FAILED) state = found;
    close(opened);
}

/* A full disk takes in no bytes and no names; a broken one does not write out either. */
static int fails_now(int takes_room) {
    long count = __sync_add_and_fetch(&state->count, 1);
    if (!state->fails_at || count < state->fails_at || (count > state->fails_at && !state->stays)) return 0;
    if (state->error == ENOSPC && !takes_room) return 0;
    __sync_add_and_fetch(&state->failed, 1);
    errno = (int)state->error;
    return 1;
}

static int is_below(const char *path) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

static int fails(int fd, int takes_room) {
    char link[32], path[PATH_MAX];
    if (!state || !state->counts) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    int before = errno;
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length <= 0) return 0;
    path[length] = 0;
    return is_below(path) && fails_now(takes_room);
}

static int fails_to_make(int at, const char *path) {
    char whole[PATH_MAX];
    if (!state || !state->counts) return 0;
    if (path[0] != '/') {
        if (at != AT_FDCWD || !getcwd(whole, sizeof whole)) return 0;
        size_t length = strlen(whole);
        snprintf(whole + length, sizeof whole - length, "/%s", path);
        path = whole;
    }
    return is_below(path) && fails_now(1);
}

#define OF_OPENED(type, name, takes_room, given, ...)                  \
    type name(__VA_ARGS__) {                                           \
        static type (*next)(__VA_ARGS__);                              \
        if (!next) next = dlsym(RTLD_NEXT, #name);                     \
        return fails(fd, takes_room) ? -1 : next given;                \
    }

OF_OPENED(ssize_t, write, 1, (fd, bytes, size), int fd, const void *bytes, size_t size)
OF_OPENED(ssize_t, pwrite, 1, (fd, bytes, size, at), int fd, const void *bytes, size_t size, off_t at)
OF_OPENED(ssize_t, pwrite64, 1, (fd, bytes, size, at), int fd, const void *bytes, size_t size, off64_t at)
OF_OPENED(ssize_t, writev, 1, (fd, pieces, count), int fd, const struct iovec *pieces, int count)
OF_OPENED(ssize_t, sendfile, 1, (fd, from, at, size), int fd, int from, off_t *at, size_t size)
OF_OPENED(ssize_t, sendfile64, 1, (fd, from, at, size), int fd, int from, off64_t *at, size_t size)
OF_OPENED(int, ftruncate, 0, (fd, size), int fd, off_t size)
OF_OPENED(int, ftruncate64, 0, (fd, size), int fd, off64_t size)
OF_OPENED(int, fsync, 0, (fd), int fd)
OF_OPENED(int, fdatasync, 0, (fd), int fd)

#define OF_NAMES(name, at, path, given, ...)                           \
    int name(__VA_ARGS__) {                                            \
        static int (*next)(__VA_ARGS__);                               \
        if (!next) next = dlsym(RTLD_NEXT, #name);                     \
        return fails_to_make(at, path) ? -1 : next given;              \
    }

OF_NAMES(mkdir, AT_FDCWD, path, (path, mode), const char *path, mode_t mode)
OF_NAMES(rename, AT_FDCWD, path, (from, path), const char *from, const char *path)
OF_NAMES(renameat, to, path, (at, from, to, path), int at, const char *from, int to, const char *path)
OF_NAMES(link, AT_FDCWD, path, (from, path), const char *from, const char *path)
OF_NAMES(linkat, to, path, (at, from, to, path, flags), int at, const char *from, int to, const char *path, int flags)

#define OF_OPENING(name, at, given, ...)                                                         \
    int name(__VA_ARGS__, ...) {                                                                 \
        static int (*next)(__VA_ARGS__, ...);                                                    \
        mode_t mode = 0;                                                                         \
        if (!next) next = dlsym(RTLD_NEXT, #name);                                               \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                     \
            va_list more;                                                                        \
            va_start(more, flags);                                                               \
            mode = va_arg(more, mode_t);                                                         \
            va_end(more);                                                                        \
        }                                                                                        \
        if ((flags & O_CREAT) && faccessat(at, path, F_OK, 0) && fails_to_make(at, path)) return -1; \
        return next given;                                                                       \
    }

OF_OPENING(open, AT_FDCWD, (path, flags, mode), const char *path, int flags)
OF_OPENING(open64, AT_FDCWD, (path, flags, mode), const char *path, int flags)
OF_OPENING(openat, at, (at, path, flags, mode), int at, const char *path, int flags)
OF_OPENING(openat64, at, (at, path, flags, mode), int at, const char *path, int flags)
