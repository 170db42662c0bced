package dev.greenroom.worker.rubric;

/** Solves small systems of linear equations whose matrix is symmetric and positive definite. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves {@code matrix · x = right}; both stay as they are.
     *
     * @throws IllegalArgumentException when the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        double[][] lower = decompose(matrix);
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double[][] decompose(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("The matrix is not positive definite");
                }
            }
        }
        return lower;
    }
}
