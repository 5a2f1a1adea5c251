// Tabs: the parts of one thing of which only one is looked at. What a hidden part shows is asked for only when it is shown.
import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './tabs.css';

interface TabPart {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  /** Names the row of tabs for a screen reader. */
  readonly label: string;
  readonly tabs: readonly TabPart[];
}

export function Tabs({ label, tabs }: TabsProps): ReactElement {
  return (
    <AriaTabs className="tabs">
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
