/*
 * Gaussian kernel sums as C would compute them: vectors of LANES targets, one table and a polynomial for the
 * exponential, two sources and four vectors at a time. "prepare <name> <routine> <n> <d>" is answered by "ok" or by
 * what is missing, "run <name> <clock>" by seconds, "answer <name>" by the first numbers of the result.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef LANES
#if defined(__AVX512F__)
#define LANES 8
#elif defined(__AVX__)
#define LANES 4
#else
#define LANES 2
#endif
#endif
#if LANES == 8
#include <immintrin.h>
#endif

typedef double lanes __attribute__((vector_size(8 * LANES)));
typedef int64_t integers __attribute__((vector_size(8 * LANES)));
#define INLINE static inline __attribute__((always_inline))
#define PANEL (4 * LANES) /* targets at a time */
#define SOURCES 64        /* sources whose kernel values are kept */

static double table[32768] __attribute__((aligned(64))); /* 2^(-k/32) */

INLINE lanes splat(double x) { return x - (lanes){}; }

INLINE lanes looked_up(integers k) {
#if LANES == 8
  return (lanes)_mm512_i64gather_pd((__m512i)(k & 0xffff), table, 8);
#else
  lanes out;
  for (int l = 0; l < LANES; l++) out[l] = table[k[l] & 0xffff];
  return out;
#endif
}

/* 2^(-u/32), u >= 0: u = k + r with |r| <= 1/2, table[k] times a polynomial of degree 5 in r */
INLINE lanes exponential(lanes u) {
  integers near = u < 32704.0;
  u = (lanes)(((integers)u & near) | ((integers)splat(32704.0) & ~near));
  lanes shifted = u + 6755399441055744.0, r = u - (shifted - 6755399441055744.0);
  lanes p = r * -3.9737238568525983e-11 + 9.172607532092245e-9;
  p = p * r - 1.6938509724285119e-06;
  p = p * r + 0.0002345961981994449;
  p = p * r - 0.02166084939249829;
  p = p * r + 1.0;
  return p * looked_up((integers)shifted);
}

/* Kernel values of one panel of targets with sources j and j+1. */
INLINE void pair(const double *x, const double *y, size_t d, lanes *out) {
  lanes s[8];
  for (int v = 0; v < 8; v++) s[v] = splat(0);
  for (size_t c = 0; c < d; c++, x += PANEL) {
    lanes a = splat(y[c]), b = splat(y[d + c]);
    for (int v = 0; v < 4; v++) {
      lanes t = *(const lanes *)(x + v * LANES) - a, u = *(const lanes *)(x + v * LANES) - b;
      s[v] += t * t;
      s[4 + v] += u * u;
    }
  }
  for (int v = 0; v < 8; v++) out[v] = exponential(s[v]);
}

/* out[c] += sum_j k_j z_jc for one column */
INLINE void column(const lanes *k, const double *z, size_t count, size_t m, lanes *out) {
  lanes a = out[0], b = out[1], c = out[2], d = out[3];
  for (size_t j = 0; j < count; j++, z += m, k += 4) {
    lanes w = splat(*z);
    a += k[0] * w, b += k[1] * w, c += k[2] * w, d += k[3] * w;
  }
  out[0] = a, out[1] = b, out[2] = c, out[3] = d;
}

INLINE void two_columns(const lanes *k, const double *z, size_t count, size_t m, lanes *out) {
  lanes a0 = out[0], a1 = out[1], a2 = out[2], a3 = out[3], b0 = out[4], b1 = out[5], b2 = out[6], b3 = out[7];
  for (size_t j = 0; j < count; j++, z += m, k += 4) {
    lanes s = splat(z[0]), t = splat(z[1]);
    a0 += k[0] * s, a1 += k[1] * s, a2 += k[2] * s, a3 += k[3] * s;
    b0 += k[0] * t, b1 += k[1] * t, b2 += k[2] * t, b3 += k[3] * t;
  }
  out[0] = a0, out[1] = a1, out[2] = a2, out[3] = a3, out[4] = b0, out[5] = b1, out[6] = b2, out[7] = b3;
}

/* sum_j k(x_i, y_j) z_jc, m columns; x in panels [d][PANEL], out in panels [m][PANEL] */
INLINE void sums(const double *x, const double *y, const double *z, size_t n, size_t d, size_t m, double *out) {
  static lanes k[4 * SOURCES];
  memset(out, 0, 8 * n * m);
  for (size_t i = 0; i < n; i += PANEL, x += d * PANEL, out += m * PANEL)
    for (size_t from = 0; from < n; from += SOURCES) {
      size_t count = n - from < SOURCES ? n - from : SOURCES, c = 0;
      for (size_t j = 0; j < count; j += 2) pair(x, y + (from + j) * d, d, k + 4 * j);
      for (; c + 1 < m; c += 2) two_columns(k, z + from * m + c, count, m, (lanes *)(out + c * PANEL));
      if (c < m) column(k, z + from * m + c, count, m, (lanes *)(out + c * PANEL));
    }
}

enum { SUM, FORCE, SVGD };

/**
 * In the plane kernel values are not kept: everything stays in registers. out: sum_j k w (x - y), and behind it sum_j k
 * w for SVGD.
 */
INLINE void plane(const double *x, const double *y, const double *w, size_t n, int what, double *out) {
  for (size_t i = 0; i < n; i += 2 * LANES) {
    lanes a0 = *(lanes *)(x + i), a1 = *(lanes *)(x + i + LANES), b0 = *(lanes *)(x + n + i), b1 = *(lanes *)(x + n + i + LANES);
    lanes r0 = splat(0), r1 = r0, s0 = r0, s1 = r0, t0 = r0, t1 = r0;
    for (size_t j = 0; j < n; j++) {
      lanes p0 = a0 - y[j], p1 = a1 - y[j], q0 = b0 - y[n + j], q1 = b1 - y[n + j];
      lanes k0 = exponential(p0 * p0 + q0 * q0) * w[j], k1 = exponential(p1 * p1 + q1 * q1) * w[j];
      if (what != FORCE) r0 += k0, r1 += k1;
      if (what != SUM) s0 += k0 * p0, s1 += k1 * p1, t0 += k0 * q0, t1 += k1 * q1;
    }
    *(lanes *)(out + i) = s0, *(lanes *)(out + i + LANES) = s1;
    *(lanes *)(out + n + i) = t0, *(lanes *)(out + n + i + LANES) = t1;
    *(lanes *)(out + 2 * n + i) = r0, *(lanes *)(out + 2 * n + i + LANES) = r1;
  }
}

static size_t n, d, m;
static int what;
/* Whether a cloud meets itself: values are made twice all the same. */
static int itself;
static double *x, *y, *z, *out;

/* e^-s = 2^(-46.166... s / 32): coordinates carry the root of this factor */
#define UNIT sqrt(32 / log(2.0))

/* Coordinate c of point i, as lib has it. */
static double coordinate(size_t i, size_t c, uint32_t seed) {
  uint32_t h = (uint32_t)(i * d + c) + seed * 0x9e3779b9u;
  for (int k = 0; k < 2; k++) h = (h ^ (h >> 16)) * 0x45d9f3bu;
  return (h ^ (h >> 16)) / 4294967296.0 * (4 / sqrt(d));
}

static double *room(size_t count) { return aligned_alloc(64, (8 * count + 63) / 64 * 64); }

/**
 * Targets and sources are rounded up to whole panels, which the time per pair hides below 1 per cent; what is added has
 * no weight.
 */
static void fill(size_t wanted) {
  uint32_t seed = itself || what == SVGD ? 1 : 2;
  double factor = what == SVGD ? -3 : 1;
  for (size_t i = 0; i < n; i++) {
    double weight = i < wanted ? 1.0 / wanted : 0;
    for (size_t c = 0; c < d; c++) {
      double a = UNIT * coordinate(i, c, 1), b = UNIT * coordinate(i, c, seed);
      if (d == 2) x[c * n + i] = a, y[c * n + i] = b;
      else x[i / PANEL * d * PANEL + c * PANEL + i % PANEL] = a, y[i * d + c] = b;
      if (d != 2 && m > 1) z[i * m + 1 + c] = weight * factor * coordinate(i, c, seed);
    }
    z[d == 2 ? i : i * m] = weight;
  }
}

static int prepare(const char *routine, size_t wanted, size_t dim) {
  itself = !strncmp(routine, "self-", 5);
  if (itself) routine += 5;
  what = !strcmp(routine, "kernel-sum") ? SUM : !strcmp(routine, "force") ? FORCE : !strcmp(routine, "svgd") ? SVGD : -1;
  if (what < 0) return 0;
  free(x), free(y), free(z), free(out);
  n = (wanted + PANEL - 1) / PANEL * PANEL, d = dim, m = what == SUM ? 1 : d + 1;
  x = room(n * d), y = room(n * d), z = room(n * m), out = room(n * (m + 2));
  fill(wanted);
  return 1;
}

static void compute(void) {
  if (d == 2 && what == SUM) plane(x, y, z, n, SUM, out);
  else if (d == 2 && what == FORCE) plane(x, y, z, n, FORCE, out);
  else if (d == 2) plane(x, y, z, n, SVGD, out);
  else if (m == 1) sums(x, y, z, n, d, 1, out);
  else sums(x, y, z, n, d, m, out);
}

static double run(clockid_t clock) {
  struct timespec a, b;
  clock_gettime(clock, &a);
  compute();
  clock_gettime(clock, &b);
  return (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec);
}

/* The sum of column c, or the component c of a vector, for target i < PANEL. */
static double result(size_t i, size_t c) {
  double own = coordinate(i, c, 1);
  if (what == SUM) return d == 2 ? out[2 * n + i] : out[i];
  if (d != 2) return what == FORCE ? 2 * (out[(1 + c) * PANEL + i] - own * out[i]) : out[(1 + c) * PANEL + i] + 2 * own * out[i];
  return what == FORCE ? -2 * out[c * n + i] / UNIT : 3 * out[c * n + i] / UNIT - own * out[2 * n + i];
}

static void answer(void) {
  size_t columns = what == SUM ? 1 : d, count = 3 * columns < 12 ? 3 * columns : 12;
  compute();
  for (size_t k = 0; k < count; k++) printf("%s%.17g", k ? ", " : "[", result(k / columns, k % columns));
  puts("]");
}

int main(void) {
  char line[256], name[64], routine[64];
  size_t count, dim;
  for (int k = 0; k < 32704; k++) table[k] = exp2(-k / 32.0);
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "prepare %63s %63s %zu %zu", name, routine, &count, &dim) == 4)
      puts(prepare(routine, count, dim) ? "ok" : "unknown routine");
    else if (!strncmp(line, "answer", 6)) answer();
    else printf("%.9f\n", run(strstr(line, "processor") ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC));
    fflush(stdout);
  }
}
