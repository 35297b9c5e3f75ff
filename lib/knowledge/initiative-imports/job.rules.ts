/** Name of the job in the queue and in the log of runs. */
export const IMPORT_JOB = 'import-initiatives'
