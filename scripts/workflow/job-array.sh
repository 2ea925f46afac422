#!/bin/bash
# Written by `flows export job-array`: sbatch --array=1-COUNT job-array.sh; task N computes the units in line N of
# groups.txt. What a killed task has finished stays in the store, so the same array may be submitted again.
set -euo pipefail
cd "${SLURM_SUBMIT_DIR:-.}"
group=$(sed -n "${SLURM_ARRAY_TASK_ID}p" groups.txt)
eval "$(cat flows.txt) compute @groups/$group.txt --store store $(cat options.txt)"
