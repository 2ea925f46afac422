/*
 * Gaussian kernel sums as C would compute them: vectors of LANES targets, one table and a polynomial for the exponential, two sources and
 * four vectors at a time. "prepare <name> <routine> <n> <d>" is answered by "ok" or by what is missing, "run <name> <clock>" by seconds.
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

/* One column or the force in the plane, without keeping kernel values: everything stays in registers. */
INLINE void plane(const double *x, const double *y, const double *w, size_t n, int force, double *out) {
  for (size_t i = 0; i < n; i += 2 * LANES) {
    lanes a0 = *(lanes *)(x + i), a1 = *(lanes *)(x + i + LANES), b0 = *(lanes *)(x + n + i), b1 = *(lanes *)(x + n + i + LANES);
    lanes s0 = splat(0), s1 = s0, t0 = s0, t1 = s0;
    for (size_t j = 0; j < n; j++) {
      lanes p0 = a0 - y[j], p1 = a1 - y[j], q0 = b0 - y[n + j], q1 = b1 - y[n + j];
      lanes k0 = exponential(p0 * p0 + q0 * q0) * w[j], k1 = exponential(p1 * p1 + q1 * q1) * w[j];
      s0 += force ? k0 * p0 : k0, s1 += force ? k1 * p1 : k1;
      if (force) t0 += k0 * q0, t1 += k1 * q1;
    }
    *(lanes *)(out + i) = s0, *(lanes *)(out + i + LANES) = s1;
    *(lanes *)(out + n + i) = t0, *(lanes *)(out + n + i + LANES) = t1;
  }
}

static size_t n, d, m;
static double *x, *y, *z, *out;

static double *numbers(size_t count, double scale) {
  double *a = aligned_alloc(64, (8 * count + 63) / 64 * 64);
  for (size_t i = 0; i < count; i++) a[i] = scale * drand48();
  return a;
}

/* Targets and sources are rounded up to whole panels, which the time per pair hides below 1 per cent. */
static int prepare(const char *routine, size_t wanted, size_t dim) {
  int force = strcmp(routine, "kernel-sum") != 0;
  if (force && strcmp(routine, "force") && strcmp(routine, "svgd")) return 0;
  free(x), free(y), free(z), free(out);
  n = (wanted + PANEL - 1) / PANEL * PANEL, d = dim, m = force ? d + 1 : 1;
  x = numbers(n * d, 24 / sqrt(d)), y = numbers(n * d, 24 / sqrt(d)), z = numbers(n * m, 1), out = numbers(n * (m + 1), 0);
  return 1;
}

static double run(clockid_t clock) {
  struct timespec a, b;
  clock_gettime(clock, &a);
  if (d == 2 && m == 1) plane(x, y, z, n, 0, out);
  else if (d == 2) plane(x, y, z, n, 1, out);
  else if (m == 1) sums(x, y, z, n, d, 1, out);
  else sums(x, y, z, n, d, m, out);
  clock_gettime(clock, &b);
  return (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec);
}

int main(void) {
  char line[256], name[64], routine[64];
  size_t count, dim;
  for (int k = 0; k < 32704; k++) table[k] = exp2(-k / 32.0);
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "prepare %63s %63s %zu %zu", name, routine, &count, &dim) == 4)
      puts(prepare(routine, count, dim) ? "ok" : "unknown routine");
    else printf("%.9f\n", run(strstr(line, "processor") ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC));
    fflush(stdout);
  }
}
