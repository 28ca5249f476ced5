import type { ReactElement } from 'react';
import { useFillOnPaste } from '../use-fill';
import { useWorkspace } from '../../shared/record/workspace-context';
import './details.css';
import { DocumentSection } from './document-section';
import { Framework } from './framework';
import { Inherited } from './inherited';
import { Hypothesis } from './hypothesis';
import { Plan } from './plan';
import { Story } from './story';

/** What the use case says, below the figures that are looked at daily. */
export default function Details(): ReactElement {
  const { workspace, mayEdit } = useWorkspace();
  useFillOnPaste(workspace, mayEdit);
  return (
    <>
      <Inherited />
      <Hypothesis />
      <Framework />
      <Plan />
      <Story />
      <DocumentSection />
    </>
  );
}
