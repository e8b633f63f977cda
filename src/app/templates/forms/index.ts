import { assessmentForms } from './assessment.forms';
import { clientForms } from './client.forms';
import { complaintForms } from './complaint.forms';
import { deliveryForms } from './delivery.forms';
import { trackingForms } from './tracking.forms';
import type { FormDefinition } from './define-form';

/** Every form, in the order in which they are offered. */
export const FORMS: readonly FormDefinition[] = [
  ...deliveryForms,
  ...complaintForms,
  ...clientForms,
  ...assessmentForms,
  ...trackingForms,
];
