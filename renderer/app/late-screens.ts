// The screens that are read when somebody goes there: what the window starts with stays small.
import { lazy } from 'react';

export const ActivityScreen = lazy(() =>
  import('../features/activity/activity-screen.tsx').then(({ ActivityScreen: screen }) => ({ default: screen })),
);
export const CompareScreen = lazy(() =>
  import('../features/compare/compare-screen.tsx').then(({ CompareScreen: screen }) => ({ default: screen })),
);
export const OverviewScreen = lazy(() =>
  import('../features/overview/overview-screen.tsx').then(({ OverviewScreen: screen }) => ({ default: screen })),
);
export const ReferenceScreen = lazy(() =>
  import('../features/reference/reference-screen.tsx').then(({ ReferenceScreen: screen }) => ({ default: screen })),
);
export const SettingsScreen = lazy(() =>
  import('../features/settings/settings-screen.tsx').then(({ SettingsScreen: screen }) => ({ default: screen })),
);
