import type { TextFact } from '../../model/narrative';
import { Decimal, ZERO } from '../../shared/decimal';
import { isSlip } from '../../shared/slip';
import { inYuan } from './space';

/*
 * Whether parts make their whole, or would but for one slip.
 */

export function total(some: readonly TextFact[]): ReturnType<typeof inYuan> {
  return some.reduce((sum, figure) => sum.plus(inYuan(figure)), ZERO);
}

/** Equal but for the last printed digits. */
export function sums(whole: TextFact, some: readonly TextFact[], sum = total(some)): boolean {
  const meant = inYuan(whole);
  if (meant.equals(sum)) return true;
  const difference = meant.minus(sum).abs();
  const unit = whole.unit === '亿元' ? 1e8 : whole.unit === '万元' ? 1e4 : 1;
  const decimals = Math.max(whole.amount.decimals, ...some.map(({ amount }) => amount.decimals));
  const filled = some.filter(({ amount }) => !amount.value.isZero()).length;
  return difference.div(unit).lessThanOrEqualTo(((filled + 1) / 2) * 10 ** -decimals);
}

/** A zero too many or too few, or one slip in several digits. */
function isMiscounted(printed: Decimal, meant: Decimal): boolean {
  if (printed.equals(meant.times(10)) || meant.equals(printed.times(10))) return true;
  return Decimal.min(printed, meant).greaterThanOrEqualTo(10) && isSlip(printed, meant, 0);
}

/** One figure of the list is one slip away from making it add up. */
export function slipsOff(whole: TextFact, some: readonly TextFact[]): boolean {
  const scale = whole.unit === '亿元' ? 1e8 : whole.unit === '万元' ? 1e4 : 1;
  const difference = inYuan(whole).minus(total(some)).div(scale);
  const unit = new Decimal(10).pow(-Math.max(whole.amount.decimals, ...some.map(({ amount }) => amount.decimals)));
  // The sum itself may be a few units of the last digit off.
  const loose = some.length > 2 && whole.kind !== 'count' ? [0, 1, -1, 2, -2] : [0];
  const slip = (figure: TextFact, meant: typeof difference): boolean =>
    figure.kind === 'count'
      ? isMiscounted(figure.amount.value, meant)
      : loose.some((step) => isSlip(figure.amount.value, meant.plus(unit.times(step)), figure.amount.decimals));
  return (
    slip(whole, whole.amount.value.minus(difference)) ||
    some.some((figure) => figure.unit === whole.unit && slip(figure, figure.amount.value.plus(difference)))
  );
}
